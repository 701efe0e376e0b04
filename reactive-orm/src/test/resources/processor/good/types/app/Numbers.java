package app;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Version;

@Entity
record Numbers(
        @Id @Generated(Generated.By.SEQUENCE) int id,
        boolean flag,
        short s,
        @Default("7") int i,
        long l,
        float f,
        double d,
        @Nullable Boolean boxedFlag,
        @Nullable Short boxedShort,
        @Column(precision = 12, scale = 2) @Default("0.00") BigDecimal balance,
        BigInteger big,
        @Version long version) {}
