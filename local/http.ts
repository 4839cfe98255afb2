import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { errorCodeOf, Refusal } from './errors.ts';

export interface RunningServer {
  port: number;
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Also ends open connections. */
  close(): Promise<void>;
}

interface ListenOptions {
  port?: number;
  /** The setting that chose the port. The error names it if the port is in use. */
  setting?: string;
  /** Also listens on `::1`, which browsers try first for `localhost`. */
  bothFamilies?: boolean;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Listens only on this machine's loopback addresses. A listener that throws answers 500. */
export async function listen(listener: Listener, options: ListenOptions = {}): Promise<RunningServer> {
  const servers: Server[] = [];
  const start = async (host: string, port: number): Promise<number> => {
    const server = createServer(async (request, response) => {
      try {
        await listener(request, response);
      } catch {
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end();
      }
    });
    // The server never closes a connection that a client keeps alive, because a request that is just arriving would
    // be lost.
    server.keepAliveTimeout = 0;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    servers.push(server);
    const address = server.address();
    return typeof address === 'object' && address ? address.port : port;
  };
  const close = async (): Promise<void> => {
    await Promise.all(
      servers.map((server) => {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        server.closeAllConnections();
        return closed;
      }),
    );
  };
  try {
    const port = await start('127.0.0.1', options.port ?? 0);
    if (options.bothFamilies) await start('::1', port).catch(ignoreMissingIpv6);
    return { port, url: `http://127.0.0.1:${port}`, close };
  } catch (error) {
    await close();
    throw refusalFor(error, options);
  }
}

/** A machine without IPv6 only needs IPv4. */
function ignoreMissingIpv6(error: unknown): void {
  if (errorCodeOf(error) === 'EADDRINUSE') throw error;
}

function refusalFor(error: unknown, { port, setting }: ListenOptions): unknown {
  if (!port || !setting) return error;
  if (errorCodeOf(error) === 'EADDRINUSE') {
    return new Refusal(
      `Port ${port} is in use: stop what listens there, or choose another with ${setting}=<port>.`,
    );
  }
  if (errorCodeOf(error) === 'EACCES') {
    return new Refusal(
      `Port ${port} may not be opened by this user: choose one above 1023 with ${setting}=<port>.`,
    );
  }
  return error;
}

/** The whole body, or undefined if it is longer than `limit` bytes. The rest is read and ignored. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= limit) chunks.push(bytes);
    else chunks.length = 0;
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
}
