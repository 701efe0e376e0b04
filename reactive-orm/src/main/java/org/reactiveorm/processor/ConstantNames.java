package org.reactiveorm.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names for the private constants of a model, none of which is the name of a field. */
final class ConstantNames {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    /** Names that are none of these. */
    ConstantNames(Set<String> others) {
        taken.addAll(others);
    }

    static ConstantNames of(EntityDescription entity) {
        ConstantNames names = new ConstantNames(Set.of(entity.names().constant()));
        entity.members().forEach(member -> names.taken.add(member.name()));
        return names;
    }

    /** {@code MOOD_TYPE}: always the same for the same path. */
    String type(String path) {
        return named(path, "_TYPE");
    }

    /** {@code TAGS_ELEMENT}. */
    String element(String path) {
        return named(path, "_ELEMENT");
    }

    /** {@code POSTS_NOT_LOADED}. */
    String notLoaded(String relation) {
        return named(relation, "_NOT_LOADED");
    }

    private String named(String path, String suffix) {
        return names.computeIfAbsent(path + suffix, key -> {
            String name = Identifiers.upperSnake(path.replace('.', '_')) + suffix;
            while (!taken.add(name)) {
                name += "_";
            }
            return name;
        });
    }
}
