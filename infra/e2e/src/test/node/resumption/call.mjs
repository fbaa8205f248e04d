// One call by the official client, which takes up a stream that it loses by itself. Told as JSON on standard input,
// { url, headers, tool }; reported as JSON on standard output, { progress: [n], tokens, result | error: { code, message } }.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';

let text = '';
for await (const chunk of process.stdin) text += chunk;
const { url, headers, tool } = JSON.parse(text);

const client = new Client({ name: 'e2e-resuming', version: '1.0.0' });
await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
const report = { progress: [], tokens: 0 };
try {
  report.result = await client.callTool({ name: tool, arguments: {} }, CallToolResultSchema, {
    onprogress: ({ progress }) => report.progress.push(progress),
    onresumptiontoken: () => report.tokens++,
  });
} catch ({ code, message }) {
  report.error = { code, message };
}
await client.close();
process.stdout.write(JSON.stringify(report));
