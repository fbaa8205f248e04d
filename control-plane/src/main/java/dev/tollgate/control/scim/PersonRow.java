package dev.tollgate.control.scim;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.persistence.Times;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person's row. */
@Entity(name = "ScimUserRow")
@Table(name = "scim_user")
class PersonRow extends OwnedRow {
    /** The identity provider's. */
    @Id
    String id;

    @Column(name = "user_name", nullable = false)
    String userName;

    @Column(name = "user_name_key", nullable = false)
    String userNameKey;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Column(name = "display_name")
    @Nullable
    String displayName;

    @Column(name = "given_name")
    @Nullable
    String givenName;

    @Column(name = "family_name")
    @Nullable
    String familyName;

    @Column(name = "email", nullable = false)
    String email;

    @Column(name = "email_type")
    @Nullable
    String emailType;

    @Column(name = "active", nullable = false)
    boolean active;

    /** Written past Hibernate's versions too, because the directory does not see it. */
    @Column(name = "align_due", nullable = false)
    boolean alignDue = true;

    @Column(name = "modified_at", nullable = false)
    Instant modifiedAt = Times.now();

    Person toPerson() {
        return new Person(userName, externalId, displayName, givenName, familyName, email, emailType, active);
    }

    void write(Person person) {
        userName = person.userName();
        userNameKey = key(person.userName());
        externalId = person.externalId();
        displayName = person.displayName();
        givenName = person.givenName();
        familyName = person.familyName();
        email = person.email();
        emailType = person.emailType();
        active = person.active();
        alignDue = true;
        modifiedAt = Times.now();
    }

    /** Names for signing in are the same whatever their case. */
    static String key(String userName) {
        return userName.toLowerCase(Locale.ROOT);
    }
}
