-- How tools are shown to agents, where a key, a group, a server or the whole tenant says so.
alter table virtual_key add column tool_mode text check (tool_mode in ('DIRECT', 'SEARCH', 'CODE'));
alter table tool_group add column tool_mode text check (tool_mode in ('DIRECT', 'SEARCH', 'CODE'));
alter table server
    add column tool_mode text check (tool_mode in ('DIRECT', 'SEARCH', 'CODE')),
    -- Into how many files its tools are put for scripts.
    add column stub_binding text not null default 'SERVER' check (stub_binding in ('SERVER', 'TOOL'));

-- Whether somebody is asked before it is called.
alter table tool add column call_approval text check (call_approval in ('NEVER', 'ASK_FIRST'));

alter table settings
    add column tool_mode text check (tool_mode in ('DIRECT', 'SEARCH', 'CODE')),
    add column approve_destructive boolean not null default false,
    -- The most that one script may use; null for what the operator allows.
    add column script_steps bigint check (script_steps > 0),
    add column script_memory_bytes bigint check (script_memory_bytes > 0),
    add column script_output_bytes bigint check (script_output_bytes > 0),
    add column script_tool_calls int check (script_tool_calls > 0),
    add column script_seconds int check (script_seconds > 0);
