package dev.tollgate.local.stack;

/** Told what the stack waits for, from several threads. */
public interface Progress {
    /** Nobody is told. */
    Progress SILENT = new Progress() {
        @Override
        public void begins(String part, String doing) {}

        @Override
        public void ends(String part, String doing) {}
    };

    /**
     * @param part whose turn it is
     * @param doing what it does now: "fetching", "starting" …
     */
    void begins(String part, String doing);

    /** The last one told of this part is done. */
    void ends(String part, String doing);
}
