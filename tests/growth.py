"""A catalogue grown within the database itself, which no size makes slow."""

from django.db import connection

from reen.models import Entry

OWN = {"ref", "latest_revision", "live_revision"}


def copy_entries(model: type[Entry], number: int) -> None:
    """Copy each published entry that many times, under references of its own: `guide` gives `guide-1`, `guide-2`…

    Copies have no links and no revisions.
    """
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields if field.name not in OWN)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE copies(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copies WHERE number < %s)"
            f" INSERT INTO {table} (ref, {columns})"
            f" SELECT ref || '-' || number, {columns} FROM {table} CROSS JOIN copies WHERE live",
            [number],
        )
