import { join } from 'node:path';
import { errorName } from '../errors.ts';
import { listen, type RunningServer, readBody } from '../http.ts';
import type { Log } from '../log.ts';
import { listObjects } from './list.ts';
import { type ObjectStore, openObjectStore } from './object-store.ts';
import {
  copyObject,
  deleteObject,
  deleteObjects,
  fail,
  getObject,
  putObject,
  type S3Request,
} from './requests.ts';

export interface S3 extends RunningServer {
  bucket(name: string): ObjectStore | undefined;
}

/** S3's limit for one PutObject is 5 GB. No file of a campaign comes near this limit. */
const maxObjectBytes = 100 * 1024 * 1024;

/** Serves the buckets that exist, each as a folder in `directory`, in path style. Signatures are not checked. */
export async function startS3(buckets: string[], directory: string, log: Log): Promise<S3> {
  const stores = new Map(buckets.map((name) => [name, openObjectStore(join(directory, name))]));
  const bucket = (name: string): ObjectStore | undefined => stores.get(name);
  const listening = await listen(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3');
    const [, name = '', ...path] = url.pathname.split('/');
    const body = await readBody(request, maxObjectBytes);
    const store = bucket(name);
    const s3Request = {
      request,
      response,
      bucket: name,
      key: decodeURIComponent(path.join('/')),
      query: url.searchParams,
      body: body ?? Buffer.alloc(0),
    };
    // This store only serves to refuse the request.
    if (!store)
      return fail({ ...s3Request, store: nothing }, 404, 'NoSuchBucket', 'There is no such bucket.');
    if (!body) return fail({ ...s3Request, store }, 400, 'EntityTooLarge', 'The object is too large.');
    try {
      await answer({ ...s3Request, store }, bucket);
    } catch (error) {
      log('s3-failed', { error: errorName(error) }, 'ERROR');
      fail({ ...s3Request, store }, 500, 'InternalError', 'The local S3 failed.');
    }
  });
  return { ...listening, bucket };
}

const nothing: ObjectStore = {
  head: () => undefined,
  read: async () => undefined,
  write: async () => undefined,
  remove: () => {},
  list: () => [],
};

async function answer(
  s3Request: S3Request,
  bucket: (name: string) => ObjectStore | undefined,
): Promise<void> {
  const { request, key, query } = s3Request;
  if (key === '') {
    if (request.method === 'GET' && query.get('list-type') === '2') return listObjects(s3Request);
    if (request.method === 'POST' && query.has('delete')) return deleteObjects(s3Request);
  } else if (request.method === 'GET' || request.method === 'HEAD') return getObject(s3Request);
  else if (request.method === 'DELETE') return deleteObject(s3Request);
  else if (request.method === 'PUT' && !query.has('partNumber')) {
    return request.headers['x-amz-copy-source'] ? copyObject(s3Request, bucket) : putObject(s3Request);
  }
  fail(s3Request, 501, 'NotImplemented', 'The local S3 does not know this request.');
}
