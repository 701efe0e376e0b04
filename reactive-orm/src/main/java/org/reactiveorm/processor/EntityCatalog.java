package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The entities of this compilation, and those on the class path that they refer to. */
final class EntityCatalog implements EntityLookup, BuilderLookup {

    private final Context context;
    private final RelationReader relations;
    private final EntityNameRules nameRules;
    private final Map<String, Optional<EntitySource>> sources = new HashMap<>();
    private final Map<String, Integer> problemsOf = new HashMap<>();
    private final Map<String, EntityDescription> descriptions = new TreeMap<>();
    private final Map<TypeName, BuilderPlan> plans = new HashMap<>();

    EntityCatalog(Context context) {
        this.context = context;
        this.relations = new RelationReader(context, this);
        this.nameRules = new EntityNameRules(context);
    }

    /** Reads the entities of one round, in this order, and describes those without mistakes. */
    List<EntityDescription> read(List<TypeElement> types) {
        EntityReader reader = new EntityReader(context);
        List<EntitySource> read = new ArrayList<>();
        for (TypeElement type : types) {
            int before = context.problems().count();
            Optional<EntitySource> source = reader.read(type);
            source.ifPresent(nameRules::check);
            source.ifPresent(read::add);
            sources.put(nameOf(type), source);
            problemsOf.put(nameOf(type), context.problems().count() - before);
        }
        List<EntityDescription> described = new ArrayList<>();
        for (EntitySource source : read) {
            describe(source).ifPresent(described::add);
        }
        described.forEach(description -> descriptions.put(description.type().qualifiedName(), description));
        return described;
    }

    private static String nameOf(TypeElement type) {
        return type.getQualifiedName().toString();
    }

    private Optional<EntityDescription> describe(EntitySource source) {
        int before = context.problems().count() - problemsOf.getOrDefault(nameOf(source.element()), 0);
        List<MemberDescription> members = new ArrayList<>();
        for (Member member : source.members()) {
            MemberDescription column = source.columns().get(member.name());
            RelationSource relation = source.relations().get(member.name());
            MemberDescription description = relation == null ? column : relations.read(source, relation);
            if (description != null) {
                members.add(description);
            }
        }
        List<KeyDescription> keys = new KeyReader(context, source).read();
        boolean isSound = context.problems().count() == before
                && members.size() == source.members().size();
        return isSound
                ? Optional.of(new EntityDescription(
                        source.names(),
                        source.element().getKind() == ElementKind.RECORD,
                        source.table(),
                        source.idName(),
                        members,
                        keys,
                        context.typesBeside(source.element())))
                : Optional.empty();
    }

    @Override
    public Optional<EntitySource> source(TypeElement type) {
        Optional<EntitySource> known = sources.get(nameOf(type));
        if (known == null) {
            known = new EntityReader(context.silent()).read(type);
            sources.put(nameOf(type), known);
        }
        return known;
    }

    @Override
    public Optional<EntitySource> ofTable(TableDescription table) {
        return nameRules.ofTable(table);
    }

    @Override
    public boolean isCompiledHere(TypeElement type) {
        return problemsOf.containsKey(nameOf(type));
    }

    @Override
    public TypeName without(EntityNames target, String mappedBy) {
        EntityDescription description = descriptions.get(target.type().qualifiedName());
        Optional<TypeName> stage = description == null
                ? Optional.of(target.steps().nested("Without" + Identifiers.capitalized(mappedBy)))
                        .filter(context::exists)
                : plans.computeIfAbsent(description.type(), any -> BuilderPlan.of(description))
                        .without(mappedBy);
        return stage.orElse(target.builder());
    }
}
