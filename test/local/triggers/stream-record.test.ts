import { expect, test } from '@jest/globals';
import { toLambdaRecord } from '../../../local/triggers/stream-record.ts';

test('A stream record becomes what Lambda would hand over', () => {
  const record = toLambdaRecord(
    {
      eventID: 'e1',
      eventName: 'REMOVE',
      awsRegion: 'ddblocal',
      dynamodb: {
        ApproximateCreationDateTime: new Date('2026-11-24T10:00:00.900Z'),
        Keys: { PK: { S: 'a' } },
        OldImage: {
          PK: { S: 'a' },
          bytes: { B: new Uint8Array([1, 2]) },
          list: { L: [{ BS: [new Uint8Array([3])] }, { M: { n: { N: '5' } } }] },
          none: { NULL: true },
        },
        SequenceNumber: '000000000000000000001',
        SizeBytes: 12,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
      userIdentity: { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' },
    },
    'arn:stream',
  );
  expect(record).toEqual({
    eventID: 'e1',
    eventName: 'REMOVE',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    eventSourceARN: 'arn:stream',
    dynamodb: {
      ApproximateCreationDateTime: Date.parse('2026-11-24T10:00:00Z') / 1000,
      Keys: { PK: { S: 'a' } },
      OldImage: {
        PK: { S: 'a' },
        bytes: { B: 'AQI=' },
        list: { L: [{ BS: ['Aw=='] }, { M: { n: { N: '5' } } }] },
        none: { NULL: true },
      },
      SequenceNumber: '000000000000000000001',
      SizeBytes: 12,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
  });
});
