import { marshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue, DynamoDBStreamEvent } from 'aws-lambda';

/** A batch of stream records as Lambda receives it, with these new images. Sequence numbers count from 1. */
export const streamEvent = (
  newImages: object[],
  oldImages: (object | undefined)[] = [],
): DynamoDBStreamEvent => ({
  Records: newImages.map((newImage, index) => {
    const oldImage = oldImages[index];
    return {
      eventName: oldImage ? 'MODIFY' : 'INSERT',
      dynamodb: {
        SequenceNumber: String(index + 1),
        NewImage: imageOf(newImage),
        ...(oldImage && { OldImage: imageOf(oldImage) }),
      },
    };
  }),
});

const imageOf = (item: object): Record<string, AttributeValue> =>
  marshall(item, { removeUndefinedValues: true }) as Record<string, AttributeValue>;
