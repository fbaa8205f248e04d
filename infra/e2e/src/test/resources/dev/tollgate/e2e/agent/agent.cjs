// One agent's visit, told as JSON on standard input and reported as JSON on standard output:
//   { client: "v1" | "v2" | "v2-auto" | "mcp-remote", era: "legacy" | "modern", url, headers: {..}, calls: [{ name, arguments }] }
//   { protocolVersion, tools: [name], results: [{ result } | { error: { code, message } }] }
// Everything on the wire is the official client's own doing.
const { createRequire } = require('node:module');
const path = require('node:path');

const packages = createRequire(path.join(process.argv[2], 'package.json'));
const whoAmI = { name: 'e2e-agent', version: '1.2.3' };

function v1(job) {
  const { Client } = packages('@modelcontextprotocol/sdk/client/index.js');
  const { StreamableHTTPClientTransport } = packages('@modelcontextprotocol/sdk/client/streamableHttp.js');
  return {
    client: new Client(whoAmI),
    transport: new StreamableHTTPClientTransport(new URL(job.url), { requestInit: { headers: job.headers } }),
  };
}

function v2(job, mode) {
  const { Client, StreamableHTTPClientTransport } = packages('@modelcontextprotocol/client');
  return {
    client: new Client(whoAmI, { versionNegotiation: { mode } }),
    transport: new StreamableHTTPClientTransport(new URL(job.url), { requestInit: { headers: job.headers } }),
  };
}

// Knows nothing of HTTP: mcp-remote does that for it, and says no more than its header.
function remote(job) {
  const { Client } = packages('@modelcontextprotocol/sdk/client/index.js');
  const { StdioClientTransport } = packages('@modelcontextprotocol/sdk/client/stdio.js');
  const proxy = path.join(process.argv[2], 'node_modules/mcp-remote/dist/proxy.js');
  const args = [proxy, job.url, '--allow-http', '--transport', 'http-only', '--header', 'Authorization:${KEY}'];
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, KEY: job.headers.Authorization };
  const transport = new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore' });
  transport.setProtocolVersion = (version) => (transport.protocolVersion = version);
  return { client: new Client(whoAmI), transport };
}

const BUILDS = {
  v1,
  v2: (job) => v2(job, job.era === 'modern' ? { pin: '2026-07-28' } : 'legacy'),
  'v2-auto': (job) => v2(job, 'auto'),
  'mcp-remote': remote,
};

async function attempt(call) {
  try {
    return { result: await call() };
  } catch (e) {
    return { error: { code: e.code ?? null, message: String(e.message) } };
  }
}

async function visit(job) {
  const { client, transport } = BUILDS[job.client](job);
  await client.connect(transport);
  const tools = (await client.listTools()).tools.map((tool) => tool.name);
  const results = [];
  for (const call of job.calls) {
    results.push(await attempt(() => client.callTool(call)));
  }
  const protocolVersion = client.getNegotiatedProtocolVersion?.() ?? transport.protocolVersion;
  await client.close();
  return { protocolVersion, tools, results };
}

async function main() {
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  process.stdout.write(JSON.stringify(await visit(JSON.parse(text))));
}

main().catch((e) => {
  process.stdout.write(JSON.stringify({ failure: { code: e.code ?? null, message: String(e.message) } }));
});
