SELECT x.unit_code, x.unit_valid_from, u.name AS unit_name, x.month, x.sector,
    sum(x.received)::bigint AS received, sum(x.in_progress)::bigint AS in_progress,
    sum(x.waiting_supplement)::bigint AS waiting_supplement, sum(x.on_time)::bigint AS on_time,
    sum(x.late)::bigint AS late, sum(x.overdue)::bigint AS overdue, sum(x.refused)::bigint AS refused,
    sum(x.withdrawn)::bigint AS withdrawn, sum(x.suspended)::bigint AS suspended, sum(x.online)::bigint AS online,
    sum(x.paid_online)::bigint AS paid_online, sum(x.permits)::bigint AS permits,
    sum(x.anomalous)::bigint AS anomalous, sum(x.electronic_result)::bigint AS electronic_result,
    sum(x.digitised)::bigint AS digitised, sum(x.reused)::bigint AS reused,
    sum(x.citizen_store)::bigint AS citizen_store, sum(x.population_data)::bigint AS population_data,
    sum(x.fee_required)::bigint AS fee_required, sum(x.paid_online_of_fee)::bigint AS paid_online_of_fee,
    sum(x.rated)::bigint AS rated, sum(x.satisfied)::bigint AS satisfied, sum(x.measured)::bigint AS measured,
    sum(x.working_minutes)::bigint AS working_minutes
FROM lienthong.figure_cells x
    LEFT JOIN lienthong.units u ON (u.code, u.valid_from) = (x.unit_code, x.unit_valid_from)
{where}
GROUP BY x.unit_code, x.unit_valid_from, u.name, x.month, x.sector
ORDER BY x.unit_code, x.unit_valid_from, x.month, x.sector
