package app;

import org.reactiveorm.annotation.EnumValue;
import org.reactiveorm.annotation.NativeEnum;

@NativeEnum("paint")
enum Color {
    @EnumValue("r\"ed'")
    RED,
    GREEN
}
