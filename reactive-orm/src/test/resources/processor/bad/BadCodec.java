package app;
import org.reactiveorm.annotation.Column; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.ValueCodec; import java.util.UUID;
class Hidden implements ValueCodec<String, Long> { Hidden(int x) {} public Long encode(String v) { return 1L; } public String decode(Long s) { return ""; } }
@Entity public class BadCodec { @Id long id;
public static class Wrong implements ValueCodec<String, Long> { public Long encode(String v) { return 1L; } public String decode(Long s) { return ""; } }
public static class Odd implements ValueCodec<UUID, Thread> { public Thread encode(UUID v) { return new Thread(); } public UUID decode(Thread s) { return new UUID(0, 0); } }
@Column(codec = String.class) String a; //! ORM_CODEC
@Column(codec = Hidden.class) String b; //! ORM_CODEC
@Column(codec = Wrong.class) UUID c; //! ORM_CODEC
@Column(codec = Odd.class) UUID d; } //! ORM_CODEC
