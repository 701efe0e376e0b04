package app;

import org.reactiveorm.annotation.EnumValue;

public enum Mood {
    CALM,
    WILD,
    @EnumValue("quiet")
    SILENT
}
