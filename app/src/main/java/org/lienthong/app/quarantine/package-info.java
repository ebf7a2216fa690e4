/** Work on the quarantine: what the database knows of it, and its records on their way back. */
@NullMarked
package org.lienthong.app.quarantine;

import org.jspecify.annotations.NullMarked;
