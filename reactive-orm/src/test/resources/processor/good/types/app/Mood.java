package app;

import org.reactiveorm.annotation.EnumValue;

enum Mood {
    HAPPY,
    @EnumValue("so-so")
    MEDIUM
}
