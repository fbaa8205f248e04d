// One agent's visit, told as JSON on standard input and reported as JSON on standard output:
//   { client: "v1" | "v2", era: "legacy" | "modern", url, headers: {..}, calls: [{ name, arguments }] }
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

function v2(job) {
  const { Client, StreamableHTTPClientTransport } = packages('@modelcontextprotocol/client');
  const mode = job.era === 'modern' ? { pin: '2026-07-28' } : 'legacy';
  return {
    client: new Client(whoAmI, { versionNegotiation: { mode } }),
    transport: new StreamableHTTPClientTransport(new URL(job.url), { requestInit: { headers: job.headers } }),
  };
}

async function attempt(call) {
  try {
    return { result: await call() };
  } catch (e) {
    return { error: { code: e.code ?? null, message: String(e.message) } };
  }
}

async function visit(job) {
  const { client, transport } = job.client === 'v1' ? v1(job) : v2(job);
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
