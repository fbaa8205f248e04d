package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.tollgate.ui.client.TollgateApi;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Stores what a page shows as a file for spreadsheets. */
public final class CsvDownload extends Anchor {
    public CsvDownload(String id, String fileName, Supplier<byte[]> read) {
        super(
                DownloadHandler.fromInputStream(event -> {
                    byte[] csv = read.get();
                    return new DownloadResponse(new ByteArrayInputStream(csv), fileName, TollgateApi.CSV, csv.length);
                }),
                AttachmentType.DOWNLOAD,
                "Download CSV");
        setId(id);
        addClassName("button-like");
    }
}
