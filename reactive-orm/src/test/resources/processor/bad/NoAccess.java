package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id;
@Entity class NoAccess { @Id long id;
private String secret; //! ORM_ACCESS
final int fixed = 1; //! ORM_ACCESS
private int half; int getHalf() { return half; } //! ORM_ACCESS
private int risky; //! ORM_ACCESS
int getRisky() { return risky; }
void setRisky(int risky) throws Exception { this.risky = risky; } }
