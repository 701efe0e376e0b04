package org.reactiveorm.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * A relation before its other side was looked for.
 *
 * @param member the component
 * @param isMany whether it is a {@code Many}
 * @param target the class it leads to
 */
record RelationSource(Member member, boolean isMany, TypeElement target) {

    String name() {
        return member.name();
    }

    /** The annotations that say which kind of relation it is; at most one is right. */
    List<Mark> marks() {
        return Stream.of("BelongsTo", "HasOne", "HasMany", "ManyToMany")
                .map(name -> Mark.find(member.element(), name))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Mark> mark(String name) {
        return Mark.find(member.element(), name);
    }

    boolean leadsTo(EntitySource entity) {
        return target.getQualifiedName().contentEquals(entity.element().getQualifiedName());
    }
}
