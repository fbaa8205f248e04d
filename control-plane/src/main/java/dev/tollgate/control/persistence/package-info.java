/** How rows are walled off by tenant, by Hibernate and PostgreSQL both, and how they are listed; no feature's rows or rules. */
@NullMarked
package dev.tollgate.control.persistence;

import org.jspecify.annotations.NullMarked;
