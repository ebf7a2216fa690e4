/** Event logs in files (CSV, XES) become dossier events. */
@NullMarked
package org.lienthong.producers.eventlog;

import org.jspecify.annotations.NullMarked;
