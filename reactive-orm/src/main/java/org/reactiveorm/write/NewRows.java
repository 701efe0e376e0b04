package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.write.InsertStep.InsertRows;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.InsertStep.KnownRows;
import org.reactiveorm.write.InsertStep.NewRow;

/**
 * Completes new rows with the values that the library makes, and checks that nothing is missing or given twice.
 *
 * @param generated the values that the library makes
 * @param steps what is planned so far
 */
record NewRows(GeneratedValues generated, List<WriteStep> steps) {

    <E> NewRow<E> complete(PendingRow<E> row) {
        RowValues<E> values = completed(row, row::takes);
        row.references().forEach(reference -> requireAgreement(row, values, reference));
        return new NewRow<>(values, row.references(), row.premise());
    }

    /** The row's values, but for those that it takes from others. */
    <E> RowValues<E> completed(PendingRow<E> row, Predicate<Property<E, ?>> taken) {
        EntityModel<E> entity = row.draft().entity();
        RowValues<E> values = row.values();
        List<String> missing = List.of();
        generated.forTenant(entity, values);
        for (Property<E, ?> property : entity.properties()) {
            if (values.has(property) || taken.test(property)) {
                continue;
            }
            if (property.isRequired()) {
                missing = missing.isEmpty() ? new ArrayList<>() : missing;
                missing.add(property.name());
            }
            generated.forInsert(entity, property, values);
        }
        if (!missing.isEmpty()) {
            throw incomplete(entity, missing);
        }
        return values;
    }

    private static InvalidQueryException incomplete(EntityModel<?> entity, List<String> missing) {
        return new InvalidQueryException(
                "A new %s needs values for: %s.".formatted(entity.name(), String.join(", ", missing)),
                ErrorContext.of(entity.name()));
    }

    /**
     * A key that the caller gives too must be the one that the other row has, which has to be known before; of a row that is looked for
     * by it, which cannot leave it out, it is compared when the other row is there.
     */
    <E, P> void requireAgreement(PendingRow<E> row, RowValues<E> values, KeyReference<E, P> reference) {
        for (int i = 0; i < reference.key().size(); i++) {
            Property<E, ?> key = reference.key().get(i);
            if (values.has(key)
                    && !row.isSoughtBy(key)
                    && !isKnownAs(values.get(key), reference, reference.from().get(i))) {
                throw contradictory(row.draft().entity(), key);
            }
        }
    }

    static <E> InvalidQueryException contradictory(EntityModel<E> entity, Property<E, ?> key) {
        return new InvalidQueryException(
                "%s.%s is given, but it is the key of an entity that is created or connected with it. Leave it out."
                        .formatted(entity.name(), key.name()),
                ErrorContext.of(entity.name()).withProperties(List.of(key.name())));
    }

    private <P> boolean isKnownAs(@Nullable Object value, KeyReference<?, P> reference, Property<P, ?> from) {
        return steps.get(reference.row().step())
                .insertion()
                .flatMap(step -> step.accept(new KnownValues(reference.row().row())))
                .filter(known -> NewRows.<P>same(known).has(from)
                        && Objects.deepEquals(value, NewRows.<P>same(known).get(from)))
                .isPresent();
    }

    @SuppressWarnings("unchecked") // a reference names properties of the step's own entity
    private static <P> RowValues<P> same(RowValues<?> known) {
        return (RowValues<P>) known;
    }

    /** What is known of a row before any statement. */
    private record KnownValues(int row) implements InsertStep.Visitor<Optional<RowValues<?>>> {

        @Override
        public <E> Optional<RowValues<?>> insertRows(InsertRows<E> step) {
            return Optional.of(step.rows().get(row).values());
        }

        @Override
        public <E> Optional<RowValues<?>> knownRows(KnownRows<E> step) {
            return Optional.of(step.rows().get(row));
        }

        @Override
        public <E, C> Optional<RowValues<?>> linkRows(InsertStep.LinkRows<E, C> step) {
            return Optional.empty();
        }
    }
}
