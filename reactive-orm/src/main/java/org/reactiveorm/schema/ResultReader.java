package org.reactiveorm.schema;

import java.util.List;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.Row;
import org.reactiveorm.schema.ResultColumn.Nullability;
import org.reactiveorm.schema.ResultColumn.WireForm;
import org.reactiveorm.schema.ResultOrigins.Origin;
import org.reactiveorm.sql.QueryText;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the server what columns a statement answers, without running it. */
final class ResultReader {

    private static final String FUNCTION = "pg_temp.reactive_orm_verified()";

    /** The server checks the body when the function is made. A NULL is of the type that the value is sent as. */
    private static final String CREATE =
            "create function " + FUNCTION + " returns setof record language sql begin atomic with statement as (\n";

    private static final Sql DROP = Sql.of("drop function " + FUNCTION);

    private static final Sql TREE =
            Sql.of("select prosqlbody::text from pg_proc where oid = '" + FUNCTION + "'::regprocedure");

    /** Domains are sent as what they are made of; whether a view's column may be NULL is not known. */
    private static final String COLUMNS = """
            select wanted.name, format_type(t.oid, null), coalesce(e.typname, b.typname)::text, e.oid is not null,
                   coalesce(e.typcategory, b.typcategory) in ('E', 'S'),
                   wanted.nulled or coalesce(not (a.attnotnull or t.typnotnull), false)
            from unnest($1::text[], $2::int8[], $3::int8[], $4::int4[], $5::bool[])
                 with ordinality as wanted(name, type, relation, attribute, nulled, position)
            join pg_type t on t.oid = wanted.type::oid
            join pg_type b on b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
            left join pg_type e on e.oid = b.typelem and b.typcategory = 'A'
            left join pg_class c on c.oid = wanted.relation::oid and c.relkind in ('r', 'p')
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = wanted.attribute
            order by wanted.position""";

    private final Executor executor;

    ResultReader(Executor executor) {
        this.executor = executor;
    }

    /** The columns, in a transaction; empty if the server's answer is not understood. */
    Mono<List<ResultColumn>> columns(Sql sql) {
        String statement = QueryText.replaceParameters(sql, value -> "(" + TypeFit.nullOf(value.type()) + ")");
        Sql create = Sql.of(CREATE + statement + "\n) select * from statement; end");
        return executor.update(create)
                .thenMany(executor.query(TREE, row -> row.require(0, String.class)))
                .single()
                .flatMap(tree -> executor.update(DROP)
                        .thenMany(columns(ResultOrigins.of(tree)))
                        .collectList())
                .filter(columns -> !columns.isEmpty());
    }

    private Flux<ResultColumn> columns(List<Origin> origins) {
        return executor.query(
                new Sql(
                        COLUMNS,
                        List.of(
                                array(origins.stream().map(Origin::name).toArray(String[]::new)),
                                array(origins.stream().map(Origin::type).toArray(Long[]::new)),
                                array(origins.stream().map(Origin::table).toArray(Long[]::new)),
                                array(origins.stream().map(Origin::column).toArray(Integer[]::new)),
                                array(origins.stream().map(Origin::isNulled).toArray(Boolean[]::new))),
                        List.of()),
                ResultReader::column);
    }

    private static Sql.Parameter array(Object[] values) {
        return new Sql.Parameter(values, values.getClass());
    }

    private static ResultColumn column(Row row) {
        return new ResultColumn(
                row.require(0, String.class),
                row.require(1, String.class),
                new WireForm(row.require(2, String.class), row.getBoolean(3), row.getBoolean(4)),
                row.getBoolean(5) ? Nullability.NULLABLE : Nullability.UNKNOWN);
    }
}
