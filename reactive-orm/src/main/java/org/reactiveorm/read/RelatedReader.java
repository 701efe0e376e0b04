package org.reactiveorm.read;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Link;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;

/** Reads related entities and notes, row by row, the key of the parent that each belongs to. Serves one result. */
final class RelatedReader<E, C> implements RowReader<C> {

    private final RowReader<C> entity;
    private final KeyReader<C> key;
    private final List<Object> owners;

    RelatedReader(Relation<E, C> relation, List<Object> owners) {
        this.entity = relation.target().reader();
        this.key = relation.link().accept(new KeyReaders<>(relation));
        this.owners = owners;
    }

    @Override
    public C read(Row row) {
        C related = entity.read(row);
        owners.add(key.read(row, related));
        return related;
    }

    @FunctionalInterface
    private interface KeyReader<C> {
        Object read(Row row, C related);
    }

    /** The parent's key is in the related entity, or in columns of the join table after the entity's own. */
    private record KeyReaders<E, C>(Relation<E, C> relation) implements Link.Visitor<C, KeyReader<C>> {

        @Override
        public KeyReader<C> direct(Link.Direct<C> link) {
            List<Property<C, ?>> properties = link.targetKey();
            return (row, related) -> {
                Object tuple = KeyValues.of(related, properties);
                if (tuple == null) {
                    throw new IllegalStateException("A row without a key cannot have matched one");
                }
                return tuple;
            };
        }

        @Override
        public KeyReader<C> through(Link.Through<C> link) {
            int first = relation.target().properties().size();
            List<Property<E, ?>> properties = relation.sourceKey();
            return (row, related) -> {
                List<Object> values = new ArrayList<>(properties.size());
                for (int i = 0; i < properties.size(); i++) {
                    values.add(properties.get(i).type().require(row, first + i));
                }
                return KeyValues.of(properties, values);
            };
        }
    }
}
