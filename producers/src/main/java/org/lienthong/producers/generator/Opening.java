package org.lienthong.producers.generator;

import java.time.Instant;
import org.lienthong.producers.generator.Offices.Office;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Unit;

/**
 * How a dossier begins.
 *
 * @param number of the dossier within the year, from 0
 * @param home where the applicant lives, as a commune of before the reform
 * @param office where it is filed, of the day of filing
 */
record Opening(int number, Instant filedAt, Procedure procedure, Unit home, Office office, Channel channel) {}
