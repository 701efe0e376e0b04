package org.reactiveorm.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names for the private constants of a model, none of which is the name of a field. */
final class ConstantNames {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    ConstantNames(EntityDescription entity) {
        taken.add(entity.names().constant());
        entity.members().forEach(member -> taken.add(member.name()));
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
