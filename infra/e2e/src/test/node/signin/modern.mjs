// The official client of the second generation without a key. Says where its person must go and what it got, and is told
// the query with which the person came back, and to go on. Its third argument says what kind of client it is:
//   { redirect, proof: whether its token is bound to a key of its own, document: the address of its metadata, if it has one }
import { createInterface } from 'node:readline'
import { Client, DpopSession, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client'

const [url, tool, kind] = process.argv.slice(2)
const { redirect, proof, document } = JSON.parse(kind)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const say = (word) => process.stdout.write(JSON.stringify(word) + '\n')
const heard = async () => (await lines.next()).value

const kept = {}
const session = proof ? await DpopSession.create() : undefined
const provider = {
  redirectUrl: redirect,
  clientMetadataUrl: document,
  clientMetadata: {
    client_name: 'Modern suite client',
    redirect_uris: [redirect],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  dpop: () => session,
  clientInformation: () => kept.client,
  saveClientInformation: (client) => { kept.client = client },
  tokens: () => kept.tokens,
  saveTokens: (tokens) => { kept.tokens = tokens },
  redirectToAuthorization: (to) => { kept.authorize = to.href },
  saveCodeVerifier: (verifier) => { kept.verifier = verifier },
  codeVerifier: () => kept.verifier,
  discoveryState: () => kept.discovery,
  saveDiscoveryState: (found) => { kept.discovery = found },
  invalidateCredentials: (which) => { if (which !== 'client') delete kept.tokens },
}

const begin = () => {
  const client = new Client({ name: 'suite', version: '1.0' }, { versionNegotiation: { mode: { pin: '2026-07-28' } } })
  return { client, transport: new StreamableHTTPClientTransport(new URL(url), { authProvider: provider }) }
}

const first = begin()
try {
  await first.client.connect(first.transport)
  say({ unexpected: 'let in without anything' })
} catch (e) {
  if (!(e instanceof UnauthorizedError)) {
    throw e
  }
  say({ authorize: kept.authorize, clientId: kept.client.client_id })
}
await first.transport.finishAuth(new URLSearchParams(await heard()))

const { client, transport } = begin()
await client.connect(transport)
const tools = (await client.listTools()).tools.map((each) => each.name)
const result = await client.callTool({ name: tool, arguments: { message: 'from a client that signed in' } })
say({ tools, result, token: kept.tokens.access_token, type: kept.tokens.token_type })
await heard()
process.exit(0)
