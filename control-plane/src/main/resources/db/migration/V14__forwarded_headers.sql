-- Names of headers of agents' requests that a server is given.
alter table server
    add column forwarded_headers text[] not null default '{}',
    add constraint server_forwarded_headers_check check (transport <> 'stdio' or forwarded_headers = '{}');
