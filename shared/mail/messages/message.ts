/** A mail as a person reads it; text and HTML say the same words. */
export interface Message {
  /** One line. */
  subject: string;
  text: string;
  html: string;
}
