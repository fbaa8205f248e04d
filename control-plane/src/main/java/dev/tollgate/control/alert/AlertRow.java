package dev.tollgate.control.alert;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.api.Alert;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert's row; never changed. */
@Entity
@Table(name = "alert")
class AlertRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    Alert.Kind kind;

    @Column(name = "occasion", updatable = false)
    @Nullable
    String occasion;

    @Column(name = "title", nullable = false, updatable = false)
    String title;

    @Column(name = "text", nullable = false, updatable = false)
    String text;
}
