/** Answers to "why is the record of this dossier as it is", in words of both languages. */
@NullMarked
package org.lienthong.reporting.explanation;

import org.jspecify.annotations.NullMarked;
