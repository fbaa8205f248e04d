// What an agent does in each scenario. Where the gateway must itself do what a modern client does, the agent is a legacy
// one, which would not do it for it.
const call = (client, name, args = {}) => client.callTool({ name, arguments: args });

async function callEach(client, names) {
  for (const name of names) await call(client, name);
}

async function lookAtAll(client) {
  const { tools } = await client.listTools();
  const offered = client.getServerCapabilities();
  if (offered.resources) {
    const { resources } = await client.listResources();
    for (const { uri } of resources) await client.readResource({ uri });
  }
  if (offered.prompts) {
    const { prompts } = await client.listPrompts();
    for (const { name } of prompts) await client.getPrompt({ name });
  }
  await callEach(client, tools.map((tool) => tool.name));
}

async function callAllListed(client) {
  const { tools } = await client.listTools();
  for (const { name, inputSchema } of tools) {
    const args = Object.keys(inputSchema.properties ?? {}).map((property) => [property, 'value']);
    await call(client, name, Object.fromEntries(args));
  }
}

async function callAsTold(client, { toolCalls }) {
  await client.listTools();
  for (const told of toolCalls) await call(client, told.name, told.arguments);
}

async function echoSchema(client) {
  const { tools } = await client.listTools();
  const { inputSchema } = tools.find((tool) => tool.name === 'json_schema_2020_12_tool');
  await call(client, 'json_schema_echo', { schema: inputSchema });
}

const ROUNDS = ['test_mrtr_echo_state', 'test_mrtr_unrelated', 'test_mrtr_no_state', 'test_mrtr_no_result_type'];

export const STEPS = {
  initialize: { as: 'legacy', run: (client) => client.ping() },
  tools_call: { as: 'legacy', run: (client) => call(client, 'add_numbers', { a: 5, b: 3 }) },
  'elicitation-sep1034-client-defaults': {
    as: 'legacy',
    run: (client) => call(client, 'test_client_elicitation_defaults'),
  },
  'sse-retry': { as: 'legacy', run: (client) => call(client, 'test_reconnection') },
  'json-schema-2020-12-preservation': { as: 'legacy', run: echoSchema },
  'json-schema-ref-no-deref': { as: 'legacy', run: (client) => client.listTools() },
  'request-metadata': { as: 'modern', run: (client) => client.listTools() },
  'sep-2322-client-request-state': { as: 'modern', run: (client) => callEach(client, ROUNDS) },
  'http-standard-headers': { as: 'legacy', run: lookAtAll },
  'http-custom-headers': { as: 'legacy', run: callAsTold },
  'http-invalid-tool-headers': { as: 'legacy', run: callAllListed },
};
