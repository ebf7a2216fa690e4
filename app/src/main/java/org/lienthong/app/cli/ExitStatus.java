package org.lienthong.app.cli;

/** What the exit status of a command says. */
final class ExitStatus {

    static final int DONE = 0;
    /** The command ran to its end, but something in what it handled did not pass. */
    static final int NOT_PASSED = 1;
    /** Wrong use or settings: picocli's own status for wrong arguments too. */
    static final int WRONG_USE = 2;
    /** The platform cannot run here, or cannot be reached. */
    static final int CANNOT_RUN = 3;

    private ExitStatus() {}
}
