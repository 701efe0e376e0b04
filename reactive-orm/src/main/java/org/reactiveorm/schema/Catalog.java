package org.reactiveorm.schema;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EnumDefinition;
import org.reactiveorm.model.Table;
import org.reactiveorm.sql.Sql;

/**
 * What is asked of {@code pg_catalog} (PostgreSQL, chapter 53). Names go in as one array of quoted names, so that the
 * server resolves them along the {@code search_path} as it does in statements.
 */
final class Catalog {

    /** One row per column of each table, and one without a column for a table that has none. */
    private static final String COLUMNS = """
            select wanted.position::int4, c.oid::int8, c.relkind in ('r', 'p'), a.attname::text,
                   t.oid::int8, format_type(t.oid, a.atttypmod),
                   coalesce(nullif(t.typbasetype, 0), t.oid)::int8,
                   format_type(coalesce(nullif(t.typbasetype, 0), t.oid), case when t.typbasetype = 0 then a.atttypmod else t.typtypmod end),
                   not (a.attnotnull or t.typnotnull),
                   a.atthasdef or a.attidentity <> '' or t.typdefault is not null,
                   a.attgenerated <> ''
            from unnest($1::text[]) with ordinality as wanted(name, position)
            join pg_class c on c.oid = to_regclass(wanted.name) and c.relkind in ('r', 'p', 'v', 'm', 'f')
            left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_type t on t.oid = a.atttypid
            order by wanted.position, a.attnum""";

    /** Keys and indexes by plain columns, of all rows, and unique ones of some rows, which do not keep what a key promises. */
    private static final String KEYS = """
            select i.indrelid::int8, x.relname::text, i.indisprimary, i.indisunique,
                   array(select a.attname::text
                         from unnest(i.indkey::int2[]) with ordinality as k(attnum, position)
                         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                         where k.position <= i.indnkeyatts
                         order by k.position),
                   i.indpred is not null
            from pg_index i
            join pg_class x on x.oid = i.indexrelid
            where i.indrelid in (select to_regclass(name)::oid from unnest($1::text[]) as wanted(name))
              and i.indisvalid and (i.indpred is null or i.indisunique) and i.indexprs is null
            order by i.indrelid, x.relname""";

    private static final String FOREIGN_KEYS = """
            select f.conrelid::int8, f.conname::text, f.confdeltype::text, f.confupdtype::text, f.confrelid::int8,
                   array(select a.attname::text
                         from unnest(f.conkey) with ordinality as k(attnum, position)
                         join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum
                         order by k.position),
                   array(select a.attname::text
                         from unnest(f.confkey) with ordinality as k(attnum, position)
                         join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum
                         order by k.position)
            from pg_constraint f
            where f.contype = 'f'
              and f.conrelid in (select to_regclass(name)::oid from unnest($1::text[]) as wanted(name))
            order by f.conrelid, f.conname""";

    /** The server resolves a type's name, so that {@code int8} and {@code bigint} are one. */
    private static final String TYPES = """
            select wanted.name, t.oid::int8, format_type(t.oid, null),
                   array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder)
            from unnest($1::text[]) as wanted(name)
            join pg_type t on t.oid = to_regtype(wanted.name)""";

    /** What {@code create} would collide with: it makes everything without a schema in the current one. */
    private static final String PRESENT = """
            select case c.relkind when 'S' then 'sequence ' when 'v' then 'view ' else 'table ' end
                   || concat_ws('.', wanted.schema, wanted.name) as present
            from unnest($1::text[], $2::text[]) as wanted(schema, name)
            join pg_namespace n on n.nspname = coalesce(wanted.schema, current_schema())
            join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
            union all
            select 'type ' || t.typname
            from pg_namespace n
            join pg_type t on t.typnamespace = n.oid and t.typname = any($3::text[])
            where n.nspname = current_schema()
            order by present""";

    private Catalog() {}

    static Sql columns(SchemaDefinition wanted) {
        return sql(COLUMNS, tables(wanted));
    }

    static Sql keys(SchemaDefinition wanted) {
        return sql(KEYS, tables(wanted));
    }

    static Sql foreignKeys(SchemaDefinition wanted) {
        return sql(FOREIGN_KEYS, tables(wanted));
    }

    static Sql types(SchemaDefinition wanted) {
        Stream<String> columns = wanted.tables().stream()
                .flatMap(table -> table.columns().stream())
                .map(ColumnDefinition::type);
        Stream<String> enums = wanted.enums().stream().map(definition -> Identifier.quoted(definition.name()));
        return sql(TYPES, texts(Stream.concat(columns, enums).distinct()));
    }

    static Sql present(SchemaDefinition wanted) {
        List<Table> names = Stream.concat(
                        wanted.tables().stream().map(TableDefinition::name), wanted.sequences().stream())
                .toList();
        return sql(
                PRESENT,
                texts(names.stream().map(Table::schema)),
                texts(names.stream().map(Table::name)),
                texts(wanted.enums().stream().map(EnumDefinition::name)));
    }

    private static Sql.Parameter tables(SchemaDefinition wanted) {
        return texts(wanted.tables().stream().map(table -> Identifier.quoted(table.name())));
    }

    private static Sql.Parameter texts(Stream<? extends @Nullable String> values) {
        return new Sql.Parameter(values.toArray(String[]::new), String[].class);
    }

    private static Sql sql(String text, Sql.Parameter... parameters) {
        return new Sql(text, List.of(parameters), List.of());
    }
}
