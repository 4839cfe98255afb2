import type { AttributeValue, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import { region } from '../aws.ts';

/** A stream record as Lambda passes it to a function: plain JSON. */
export interface LambdaRecord {
  eventID: string;
  eventName: string;
  dynamodb: Record<string, unknown> & { SequenceNumber: string; ApproximateCreationDateTime: number };
  [field: string]: unknown;
}

/** Converts times to epoch seconds and bytes to base64, and sets the region and ARN of the template's table. */
export function toLambdaRecord(record: StreamRecord, eventSourceArn: string): LambdaRecord {
  const { dynamodb = {}, userIdentity } = record;
  const images = Object.entries({
    Keys: dynamodb.Keys,
    NewImage: dynamodb.NewImage,
    OldImage: dynamodb.OldImage,
  }).flatMap(([name, image]) => (image === undefined ? [] : [[name, mapImage(image)] as const]));
  return {
    eventID: record.eventID ?? '',
    eventName: record.eventName ?? '',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    dynamodb: {
      ...Object.fromEntries(images),
      ApproximateCreationDateTime: Math.floor((dynamodb.ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
      SequenceNumber: dynamodb.SequenceNumber ?? '',
      SizeBytes: dynamodb.SizeBytes ?? 0,
      StreamViewType: dynamodb.StreamViewType ?? 'NEW_AND_OLD_IMAGES',
    },
    ...(userIdentity && {
      userIdentity: { type: userIdentity.Type ?? '', principalId: userIdentity.PrincipalId ?? '' },
    }),
    eventSourceARN: eventSourceArn,
  };
}

const mapImage = (image: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, mapValue(value)]));

function mapValue(value: AttributeValue): unknown {
  if (value.B !== undefined) return { B: Buffer.from(value.B).toString('base64') };
  if (value.BS !== undefined) return { BS: value.BS.map((bytes) => Buffer.from(bytes).toString('base64')) };
  if (value.L !== undefined) return { L: value.L.map(mapValue) };
  if (value.M !== undefined) return { M: mapImage(value.M) };
  return Object.fromEntries(Object.entries(value).filter(([, content]) => content !== undefined));
}
