package org.reactiveorm.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * Everything there is to know about an entity at run time. Made once by generated code, immutable.
 *
 * @param <E> the entity
 */
public final class EntityModel<E> {

    private final Class<E> type;
    private final Table table;
    private final List<Property<E, ?>> properties;
    private final Map<String, Property<E, ?>> propertiesByName = new HashMap<>();
    private final List<Relation<E, ?>> relations;
    private final Map<String, Relation<E, ?>> relationsByName = new HashMap<>();
    private final Key<E> primaryKey;
    private final List<Key<E>> uniqueKeys;
    private final List<Key<E>> keys;
    private final List<Key<E>> partialKeys;
    private final List<Key<E>> indexes;
    private final @Nullable Property<E, ?> version;
    private final @Nullable Property<E, ?> tenant;
    private final @Nullable Property<E, ?> deletion;
    private final RowReader<E> reader;
    private final Attacher<E> attacher;

    EntityModel(EntityModelBuilder<E> builder) {
        this.type = builder.type;
        this.table = builder.table;
        this.properties = List.copyOf(builder.properties);
        this.relations = List.copyOf(builder.relations);
        this.primaryKey = Objects.requireNonNull(builder.primaryKey, "primaryKey");
        this.uniqueKeys = List.copyOf(builder.uniqueKeys);
        this.keys = Stream.concat(Stream.of(primaryKey), uniqueKeys.stream()).toList();
        this.partialKeys = List.copyOf(builder.partialKeys);
        this.indexes = List.copyOf(builder.indexes);
        this.reader = Objects.requireNonNull(builder.reader, "reader");
        this.attacher = Objects.requireNonNull(builder.attacher, "attacher");
        properties.forEach(property -> propertiesByName.put(property.name(), property));
        relations.forEach(relation -> relationsByName.put(relation.name(), relation));
        this.version = first(properties, ValueSource.Kind.VERSION);
        this.tenant = first(properties, ValueSource.Kind.TENANT);
        this.deletion = first(properties, ValueSource.Kind.DELETION);
    }

    private static <E> @Nullable Property<E, ?> first(List<Property<E, ?>> properties, ValueSource.Kind kind) {
        return properties.stream()
                .filter(property -> property.source().kind() == kind)
                .findFirst()
                .orElse(null);
    }

    /** Starts the description of an entity; used by generated code. */
    public static <E> EntityModelBuilder<E> builder(Class<E> type, Table table) {
        return new EntityModelBuilder<>(type, table);
    }

    /** The entity's class. */
    public Class<E> type() {
        return type;
    }

    /** The entity's simple name, for messages. */
    public String name() {
        return type.getSimpleName();
    }

    /** The table. */
    public Table table() {
        return table;
    }

    /** The columns in the order of the select list. */
    public List<Property<E, ?>> properties() {
        return properties;
    }

    /** The relations in the order of declaration. */
    public List<Relation<E, ?>> relations() {
        return relations;
    }

    /** The primary key; its properties are the id, or the components of the id record. */
    public Key<E> primaryKey() {
        return primaryKey;
    }

    /** The unique constraints. */
    public List<Key<E>> uniqueKeys() {
        return uniqueKeys;
    }

    /** The primary key and the unique constraints, each of which tells all rows apart. */
    public List<Key<E>> keys() {
        return keys;
    }

    /** The partial unique indexes, which say nothing of the rows that they are not about. */
    public List<Key<E>> partialKeys() {
        return partialKeys;
    }

    /** The indexes that are declared on the entity. */
    public List<Key<E>> indexes() {
        return indexes;
    }

    /** The {@code @Version} property, or null. */
    public @Nullable Property<E, ?> version() {
        return version;
    }

    /** The {@code @TenantId} property, or null. */
    public @Nullable Property<E, ?> tenant() {
        return tenant;
    }

    /** The {@code @SoftDelete} property, or null. */
    public @Nullable Property<E, ?> deletion() {
        return deletion;
    }

    /** Reads an entity from its columns in the order of {@link #properties()}. */
    public RowReader<E> reader() {
        return reader;
    }

    /** Gives an entity its loaded relations. */
    public Attacher<E> attacher() {
        return attacher;
    }

    /**
     * The property with this name or path.
     *
     * @throws InvalidQueryException if there is none; the message lists those that exist
     */
    public Property<E, ?> property(String name) {
        Property<E, ?> property = propertiesByName.get(name);
        if (property == null) {
            throw unknown("property", name, propertiesInOrder());
        }
        return property;
    }

    /**
     * The relation with this name.
     *
     * @throws InvalidQueryException if there is none; the message lists those that exist
     */
    public Relation<E, ?> relation(String name) {
        Relation<E, ?> relation = relationsByName.get(name);
        if (relation == null) {
            throw unknown(
                    "relation", name, relations.stream().map(Relation::name).collect(Collectors.joining(", ")));
        }
        return relation;
    }

    /**
     * The id itself, which a caller in a package without null checks may have left null.
     *
     * @throws InvalidQueryException if it is null
     */
    public <I> I requireId(@Nullable I id) {
        if (id == null) {
            throw new InvalidQueryException("The id of %s is null.".formatted(name()), ErrorContext.of(name()));
        }
        return id;
    }

    private String propertiesInOrder() {
        return properties.stream().map(Property::name).collect(Collectors.joining(", "));
    }

    private InvalidQueryException unknown(String what, String name, String known) {
        return new InvalidQueryException(
                "%s has no %s '%s'. It has: %s.".formatted(name(), what, name, known.isEmpty() ? "none" : known),
                ErrorContext.of(name()));
    }

    @Override
    public String toString() {
        return name();
    }
}
