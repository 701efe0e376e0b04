package org.reactiveorm.example;

import static org.reactiveorm.example.User_.USER;

import jakarta.validation.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.UpdateSpec;
import org.reactiveorm.query.Column;
import org.springframework.stereotype.Component;

/** A change of some of a user's fields. A field that is absent stays; null is NULL, where that is allowed. */
@Component
class UserChanges {

    private static final List<String> CHANGEABLE = List.of("username", "email", "age", "isVerified");

    private final Validator validator;

    UserChanges(Validator validator) {
        this.validator = validator;
    }

    UpdateSpec<User> in(UpdateSpec<User> update, Map<String, @Nullable Object> fields) {
        Map<String, String> wrong = new LinkedHashMap<>();
        UpdateSpec<User> changed = update;
        for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            Column<User, ?> column = changeable(field.getKey());
            Object value = field.getValue() == null ? null : column.valueOf(field.getValue());
            validator
                    .validateValue(UserForm.class, field.getKey(), value)
                    .forEach(violation -> wrong.put(field.getKey(), violation.getMessage()));
            if (wrong.isEmpty()) {
                changed = changed.set(column.assign(value));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidFields(wrong);
        }
        return changed;
    }

    private static Column<User, ?> changeable(String name) {
        if (!CHANGEABLE.contains(name)) {
            throw new BadRequest("'%s' cannot be changed, only: %s.".formatted(name, String.join(", ", CHANGEABLE)));
        }
        return USER.column(name);
    }
}
