// The terms of the field, in both languages: lists from which values come. Vietnamese is the first.

export const terms = {
  vi: {
    levels: { COUNTRY: 'Cả nước', PROVINCE: 'Cấp tỉnh', DISTRICT: 'Cấp huyện', COMMUNE: 'Cấp xã', AREA: 'Vùng báo cáo' },
    sectors: {
      HEALTH: 'Y tế', EDUCATION: 'Giáo dục và đào tạo', AGRICULTURE_FORESTRY: 'Nông nghiệp, lâm nghiệp',
      TOURISM: 'Du lịch', FINANCE_COMMERCE: 'Tài chính, thương mại', TRANSPORT: 'Giao thông vận tải',
      NATURAL_RESOURCES: 'Tài nguyên, môi trường', INDUSTRY_ENERGY: 'Công nghiệp, năng lượng',
      CONSTRUCTION: 'Xây dựng', CIVIL_JUSTICE: 'Hộ tịch, tư pháp', OTHER: 'Lĩnh vực khác'
    },
    statuses: {
      SUBMITTED: 'Mới đăng ký', ACCEPTED: 'Được tiếp nhận', REFUSED: 'Không được tiếp nhận', IN_PROGRESS: 'Đang xử lý',
      SUPPLEMENT_REQUESTED: 'Yêu cầu bổ sung giấy tờ', PAYMENT_REQUESTED: 'Yêu cầu thực hiện nghĩa vụ tài chính',
      WITHDRAWN: 'Công dân yêu cầu rút hồ sơ', SUSPENDED: 'Dừng xử lý', RESOLVED: 'Đã xử lý xong',
      RETURNED: 'Đã trả kết quả'
    },
    channels: { DIRECT: 'Trực tiếp', ONLINE: 'Trực tuyến', POSTAL: 'Bưu chính', UNKNOWN: 'Chưa rõ' },
    permitStatuses: {
      ISSUED: 'còn hiệu lực', SUSPENDED: 'tạm đình chỉ', REVOKED: 'đã thu hồi', EXPIRED: 'hết hiệu lực', UNKNOWN: 'chưa rõ'
    },
    codes: {
      UNEXPECTED_TRANSITION: 'chuyển trạng thái bất thường', EVENT_AFTER_END: 'có sự kiện sau khi kết thúc',
      END_BEFORE_START: 'kết thúc trước khi bắt đầu', DUE_MOVED_WITHOUT_SUPPLEMENT: 'đổi hẹn trả không có bổ sung',
      PLACEHOLDER_IDENTITY: 'số giấy tờ điền tạm', PROCEDURE_CHANGED: 'đổi thủ tục', UNIT_CHANGED: 'đổi đơn vị',
      CODE_COLLISION: 'trùng mã hồ sơ', PERMIT_NOT_ISSUED: 'giấy phép chưa thấy cấp',
      NOT_THE_RECEIVER: 'không phải cơ quan tiếp nhận', NOT_THE_HOLDER: 'không phải cơ quan đang giữ',
      NOT_THE_ISSUER: 'không phải cơ quan ban hành', HEADER_MISMATCH: 'header Kafka nói khác sự kiện',
      OCCURRED_IN_FUTURE: 'xảy ra ở tương lai', OCCURRED_TOO_EARLY: 'xảy ra quá sớm',
      TEXT_TOO_LONG: 'văn bản quá dài', VALUE_OUT_OF_RANGE: 'giá trị ngoài khoảng',
      EVENT_ID_REUSED: 'mã sự kiện bị dùng lại', HISTORY_LIMIT: 'quá nhiều sự kiện', BAD_DOSSIER_CODE: 'mã hồ sơ sai',
      EMPTY_VALUE: 'bản ghi rỗng', INCOMPLETE_HEADER: 'thiếu phần đầu sự kiện', KEY_MISMATCH: 'khóa không khớp mã hồ sơ',
      MISSING_KEY: 'thiếu khóa', NOT_AVRO: 'không phải Avro', UNKNOWN_SCHEMA: 'lược đồ không có trong registry',
      INCOMPATIBLE_SCHEMA: 'lược đồ không tương thích', CORRUPT_BODY: 'nội dung hỏng'
    },
    outcomes: {
      APPLIED: 'đã áp dụng', DUPLICATE: 'trùng', LATE: 'đến muộn', SUPERSEDED: 'bị thay thế', CONFLICT: 'mâu thuẫn',
      QUARANTINED: 'cách ly'
    }
  },
  en: {
    levels: { COUNTRY: 'Country', PROVINCE: 'Province', DISTRICT: 'District', COMMUNE: 'Commune', AREA: 'Reporting area' },
    sectors: {
      HEALTH: 'Health', EDUCATION: 'Education and training', AGRICULTURE_FORESTRY: 'Agriculture, forestry',
      TOURISM: 'Tourism', FINANCE_COMMERCE: 'Finance, commerce', TRANSPORT: 'Transport',
      NATURAL_RESOURCES: 'Natural resources', INDUSTRY_ENERGY: 'Industry, energy',
      CONSTRUCTION: 'Construction', CIVIL_JUSTICE: 'Civil status, justice', OTHER: 'Other'
    },
    statuses: {
      SUBMITTED: 'Submitted', ACCEPTED: 'Accepted', REFUSED: 'Refused', IN_PROGRESS: 'In progress',
      SUPPLEMENT_REQUESTED: 'Papers requested', PAYMENT_REQUESTED: 'Payment requested',
      WITHDRAWN: 'Withdrawn by the applicant', SUSPENDED: 'Stopped', RESOLVED: 'Resolved', RETURNED: 'Result returned'
    },
    channels: { DIRECT: 'At the desk', ONLINE: 'Online', POSTAL: 'By post', UNKNOWN: 'Not known' },
    permitStatuses: {
      ISSUED: 'valid', SUSPENDED: 'suspended', REVOKED: 'revoked', EXPIRED: 'expired', UNKNOWN: 'not known'
    },
    codes: {
      UNEXPECTED_TRANSITION: 'unexpected change of status', EVENT_AFTER_END: 'event after the end',
      END_BEFORE_START: 'ended before it began', DUE_MOVED_WITHOUT_SUPPLEMENT: 'due date moved without a supplement',
      PLACEHOLDER_IDENTITY: 'placeholder identity number', PROCEDURE_CHANGED: 'procedure changed',
      UNIT_CHANGED: 'unit changed', CODE_COLLISION: 'dossier code used twice',
      PERMIT_NOT_ISSUED: 'permit never seen issued', NOT_THE_RECEIVER: 'not the receiving agency',
      NOT_THE_HOLDER: 'not the agency that holds it', NOT_THE_ISSUER: 'not the issuing agency',
      HEADER_MISMATCH: 'Kafka headers say otherwise', OCCURRED_IN_FUTURE: 'in the future',
      OCCURRED_TOO_EARLY: 'too early', TEXT_TOO_LONG: 'text too long', VALUE_OUT_OF_RANGE: 'value out of range',
      EVENT_ID_REUSED: 'event id used twice', HISTORY_LIMIT: 'too many events', BAD_DOSSIER_CODE: 'wrong dossier code',
      EMPTY_VALUE: 'empty record', INCOMPLETE_HEADER: 'incomplete event header',
      KEY_MISMATCH: 'key is not the dossier code', MISSING_KEY: 'no key', NOT_AVRO: 'not Avro',
      UNKNOWN_SCHEMA: 'schema not in the registry', INCOMPATIBLE_SCHEMA: 'schema does not fit',
      CORRUPT_BODY: 'corrupt content'
    },
    outcomes: {
      APPLIED: 'applied', DUPLICATE: 'duplicate', LATE: 'late', SUPERSEDED: 'superseded', CONFLICT: 'in conflict',
      QUARANTINED: 'quarantined'
    }
  }
};
