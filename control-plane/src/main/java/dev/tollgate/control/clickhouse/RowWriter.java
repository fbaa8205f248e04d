package dev.tollgate.control.clickhouse;

import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import java.io.IOException;

/** Writes rows to an insert. */
@FunctionalInterface
public interface RowWriter {
    void to(RowBinaryFormatWriter out) throws IOException;
}
