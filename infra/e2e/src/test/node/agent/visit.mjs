// The client whose command the suite runs: the gateway is the client under test, and this is an agent before it, on the
// official libraries. Arguments: the port where the gateway is told of the suite's server, and that server's address.
import { CLIENTS } from './clients.mjs';
import { STEPS } from './steps.mjs';

const [port, url] = process.argv.slice(2);
const scenario = process.env.MCP_CONFORMANCE_SCENARIO;
const context = JSON.parse(process.env.MCP_CONFORMANCE_CONTEXT ?? '{}');

const prepared = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: url });
if (!prepared.ok) throw new Error(await prepared.text());
const { mcp, authorization } = await prepared.json();

const { as, run } = STEPS[scenario];
try {
  const client = await CLIENTS[as](new URL(mcp), { Authorization: authorization });
  await run(client, context);
  await client.close();
} finally {
  // The suite's server waits for the streams that the gateway holds open to it.
  await fetch(`http://127.0.0.1:${port}/`, { method: 'DELETE' });
}
