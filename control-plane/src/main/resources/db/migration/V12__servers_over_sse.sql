-- Servers that speak MCP's HTTP with SSE of 2024-11-05.
alter table server
    drop constraint server_transport_check,
    drop constraint server_check,
    add constraint server_transport_check check (transport in ('streamable-http', 'sse', 'stdio')),
    add constraint server_check check ((transport in ('streamable-http', 'sse')) = (url is not null));
