SELECT x.code, x.name, x.sector, x.level, x.time_limit_hours, x.fee, x.online, x.permit_kind
FROM lienthong.procedures x
{where}
ORDER BY x.code
