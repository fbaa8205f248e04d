-- Servers that are OpenAPI services: url is where the document is read, base_url where it is called if not where it says.
alter table server
    add column base_url text,
    drop constraint server_transport_check,
    drop constraint server_check,
    add constraint server_transport_check check (transport in ('streamable-http', 'sse', 'stdio', 'openapi')),
    add constraint server_check check ((transport in ('streamable-http', 'sse', 'openapi')) = (url is not null)),
    add constraint server_base_url_check check (base_url is null or transport = 'openapi');
