/** Stands for `@jest/globals`, which only jest's own runner provides. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } = globalThis;
