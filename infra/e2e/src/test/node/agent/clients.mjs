// An agent of each era, who says yes to whatever it is asked and leaves the defaults as they are.
import * as modern from '@modelcontextprotocol/client';
import * as legacy from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const NAME = { name: 'e2e-visitor', version: '1.0.0' };

export const CLIENTS = { legacy: connectLegacy, modern: connectModern };

async function connectLegacy(url, headers) {
  const capabilities = { elicitation: { form: { applyDefaults: true } } };
  const client = new legacy.Client(NAME, { capabilities });
  client.setRequestHandler(ElicitRequestSchema, async () => ({ action: 'accept', content: {} }));
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  return client;
}

async function connectModern(url, headers) {
  const versionNegotiation = { mode: { pin: '2026-07-28' } };
  const client = new modern.Client(NAME, { capabilities: { elicitation: {} }, versionNegotiation });
  client.setRequestHandler('elicitation/create', async () => ({ action: 'accept', content: { confirmed: true } }));
  await client.connect(new modern.StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  return client;
}
