"""Row-level security itself, looked at from inside the database as the role that serves requests."""

from __future__ import annotations

from platform_fixtures import RunningPlatform

TABLES_OF_TENANTS = """
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      AND a.attname = 'tenant_id' AND NOT a.attisdropped ORDER BY 1"""


def tables(platform: RunningPlatform, database: str) -> list[str]:
    return platform.sql(database, TABLES_OF_TENANTS).split()


def rows_seen(platform: RunningPlatform, database: str, table: str, *, tenant: str, by_tenant: str, by_user: str) -> int:
    """How many of the tenant's rows the application's role sees while it acts for somebody of another tenant."""
    script = f"""
        SET ROLE {database}_app;
        SELECT set_config('app.tenant_id', '{by_tenant}', false), set_config('app.user_id', '{by_user}', false);
        SELECT 'seen', count(*) FROM {table} WHERE tenant_id = '{tenant}';"""
    output = platform.sql(database, script)
    return next(int(line.split("|")[1]) for line in output.splitlines() if line.startswith("seen|"))


def violations(platform: RunningPlatform, database: str, *, tenant: str, by_tenant: str, by_user: str) -> list[str]:
    """Tables that show the tenant's rows to somebody of another tenant, or are not forced to hide them."""
    unforced = platform.sql(database, f"""
        SELECT relname FROM pg_class WHERE relname = ANY(string_to_array('{",".join(tables(platform, database))}', ','))
          AND NOT (relrowsecurity AND relforcerowsecurity)""").split()
    open_tables = [table for table in tables(platform, database) if _may_read(platform, database, table)
                   and rows_seen(platform, database, table, tenant=tenant, by_tenant=by_tenant, by_user=by_user) > 0]
    return sorted(set(unforced + open_tables))


def _may_read(platform: RunningPlatform, database: str, table: str) -> bool:
    return platform.sql(database, f"SELECT has_table_privilege('{database}_app', '{table}', 'SELECT')").strip() == "t"
