import http from 'node:http';
import https from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { z } from 'zod';
import { selfSignedCertificate } from './certificate.ts';

const HOSTS = ['script.googleapis.com', 'www.googleapis.com', 'oauth2.googleapis.com'];
const FILE = z.object({ name: z.string(), type: z.string(), source: z.string() });
const CONTENT = z.object({ files: z.array(FILE) });
const TITLED = z.looseObject({ title: z.string().optional(), parentId: z.string().optional() });

export type ScriptFile = z.infer<typeof FILE>;

/** What Google puts into a script that has just been made. */
const NEW_SCRIPT: readonly ScriptFile[] = [
  { name: 'appsscript', type: 'JSON', source: '{\n  "timeZone": "America/New_York"\n}' },
  { name: 'Code', type: 'SERVER_JS', source: 'function myFunction() {\n}\n' },
];

/** A stand-in on 127.0.0.1 for the parts of Google that clasp talks to, reached as a proxy. */
export interface Google {
  readonly proxy: string;
  readonly certificate: string;
  readonly scripts: Map<string, ScriptFile[]>;
  /** `METHOD path` of every request so far. */
  readonly requests: string[];
  /** Refuses the requests that match, with status 403 and this message. */
  refusal: { readonly request: RegExp; readonly message: string } | null;
  /** What really becomes of files that were put; stored as they are when null. */
  spoil: ((files: ScriptFile[]) => ScriptFile[]) | null;
  /** Told of each request as it comes. */
  watch: ((request: string) => void) | null;
  close(): Promise<void>;
}

export async function startGoogle(): Promise<Google> {
  const { certificate, key } = selfSignedCertificate(HOSTS);
  const api = https.createServer({ cert: certificate, key }, (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const { status, answer } = answerTo(google, request.method ?? '', request.url ?? '', body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  const apiPort = await listen(api);

  const tunnels = new Set<Socket>();
  const proxy = http.createServer();
  proxy.on('connect', (request, client: Socket) => {
    const host = request.url?.split(':')[0] ?? '';
    if (!HOSTS.includes(host)) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const server = connect(apiPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    for (const socket of [client, server]) {
      tunnels.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => tunnels.delete(socket));
    }
  });
  const proxyPort = await listen(proxy);

  const google: Google = {
    proxy: `http://127.0.0.1:${proxyPort}`,
    certificate,
    scripts: new Map(),
    requests: [],
    refusal: null,
    spoil: null,
    watch: null,
    close: async () => {
      for (const socket of tunnels) socket.destroy();
      await Promise.all([api, proxy].map((server) => new Promise((closed) => server.close(closed))));
    },
  };
  return google;
}

interface Answer {
  readonly status: number;
  readonly answer: unknown;
}

function answerTo(google: Google, method: string, url: string, body: string): Answer {
  const { pathname } = new URL(url, 'https://script.googleapis.com');
  const request = `${method} ${pathname}`;
  google.requests.push(request);
  google.watch?.(request);
  if (google.refusal?.request.test(request)) return refused(403, google.refusal.message);

  if (request === 'POST /drive/v3/files')
    return { status: 200, answer: { id: `book${google.scripts.size + 1}` } };
  if (request === 'POST /v1/projects') {
    const { title, parentId } = TITLED.parse(JSON.parse(body));
    const scriptId = `script${google.scripts.size + 1}`;
    google.scripts.set(scriptId, [...NEW_SCRIPT]);
    return { status: 200, answer: { scriptId, title, parentId } };
  }
  const scriptId = /^\/v1\/projects\/([^/]+)\/content$/.exec(pathname)?.[1] ?? '';
  const files = google.scripts.get(scriptId);
  if (files === undefined) return refused(404, 'Requested entity was not found.');
  if (method !== 'PUT') return { status: 200, answer: { scriptId, files } };
  const put = CONTENT.parse(JSON.parse(body)).files;
  google.scripts.set(scriptId, google.spoil === null ? put : google.spoil(put));
  return { status: 200, answer: { scriptId, files: put } };
}

function refused(code: number, message: string): Answer {
  return { status: code, answer: { error: { code, message, errors: [{ message }] } } };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port');
  return address.port;
}
