-- Terms of prices, with the time from which they hold. The rows that are there already are changed by their owner, from whom
-- the wall is taken away for as long as this takes.
alter table price no force row level security;

create table price_version (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    -- Stays when the price goes: what was charged by it is explained by it.
    price_id uuid not null,
    number bigint not null check (number > 0),
    effective_from timestamptz not null,
    -- JSON, as the model writes it.
    terms text not null,
    -- Before it held; gateways that did not hear of that in time may have charged by it.
    withdrawn_at timestamptz,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, price_id, number)
);

insert into price_version (tenant_id, id, price_id, number, effective_from, terms, created_at, version)
select tenant_id, gen_random_uuid(), id, 1, created_at,
    json_build_object(
        'components', json_build_array(json_build_object(
            'measure', json_build_object('kind', 'calls'),
            'tiers', json_build_array(json_build_object(
                'rate', json_build_object('amount', (per_call_nanos::numeric / 1000000000)::text))))),
        'failures', case when charge_failures then json_build_object(
            'toolError', json_build_object('kind', 'usual'), 'upstreamError', json_build_object('kind', 'usual'),
            'timeout', json_build_object('kind', 'usual'), 'cancelled', json_build_object('kind', 'usual'))
        else json_build_object() end)::text,
    created_at, 0
from price;
call wall_off('price_version');

alter table price add column latest bigint not null default 1;
alter table price alter column latest drop default;
alter table price drop column per_call_nanos, drop column charge_failures;
alter table price force row level security;
