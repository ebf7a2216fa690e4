// The words about one dossier and the exchange of its events, in both languages; Vietnamese is the first.

export const dossierWords = {
  vi: {
    issuingAgency: 'Cơ quan ban hành kết quả',
    suspendedTime: 'Dừng xử lý từ',
    valueNotShown: 'không hiển thị ở đây',
    conflict: 'Mâu thuẫn:',
    agrees: 'Cùng ý kiến:',
    claim: '{0} nêu “{1}”',
    claimHidden: '{0} nêu giá trị có thể là dữ liệu cá nhân, không hiển thị',
    permitStated: 'sự kiện nêu: {0}',
    issuedBy: '{0} cấp',
    issuedOn: 'cấp lúc {0}',
    validFrom: 'hiệu lực từ {0}',
    amendedOn: 'sửa đổi lúc {0}',
    suspendedUntil: 'đình chỉ đến hết {0}',
    endedOn: 'thu hồi hoặc hết hiệu lực lúc {0}',
    moreAnomalies: 'và {0} bất thường khác.',
    event: 'sự kiện {0}',
    receipts: 'Biên nhận của các sự kiện',
    noReceipts: 'Chưa có biên nhận nào cho hồ sơ này.',
    earlierReceipts: 'Hiện {0} biên nhận trước đó',
    versionAfter: 'phiên bản hồ sơ {0}',
    redriveOf: 'đưa lại từ cách ly, lần đầu ở {0}',
    unknownTime: 'chưa rõ lúc nhận',
    answers: { true: 'có', false: 'không' },
    fields: {
      applicant: 'Chủ hồ sơ', summary: 'Trích yếu', electronicResult: 'Kết quả điện tử', status: 'trạng thái',
      validFrom: 'hiệu lực từ', validUntil: 'hiệu lực đến hết', suspendedUntil: 'đình chỉ đến hết', kind: 'loại',
      feesRequested: 'Phí, lệ phí yêu cầu', feesPaid: 'Phí, lệ phí đã nộp'
    }
  },
  en: {
    issuingAgency: 'Result issued by',
    suspendedTime: 'Stopped since',
    valueNotShown: 'not shown here',
    conflict: 'In conflict:',
    agrees: 'In agreement:',
    claim: '{0} states “{1}”',
    claimHidden: '{0} states a value that may be personal and is not shown',
    permitStated: 'events state: {0}',
    issuedBy: 'issued by {0}',
    issuedOn: 'issued {0}',
    validFrom: 'valid from {0}',
    amendedOn: 'amended {0}',
    suspendedUntil: 'suspended until {0}',
    endedOn: 'revoked or expired {0}',
    moreAnomalies: 'and {0} more anomalies.',
    event: 'event {0}',
    receipts: 'Receipts of its events',
    noReceipts: 'There are no receipts for this dossier yet.',
    earlierReceipts: 'Show {0} earlier receipts',
    versionAfter: 'record version {0}',
    redriveOf: 'redriven from quarantine, first at {0}',
    unknownTime: 'time of arrival not known',
    answers: { true: 'yes', false: 'no' },
    fields: {
      applicant: 'Applicant', summary: 'Summary', electronicResult: 'Electronic result', status: 'status',
      validFrom: 'valid from', validUntil: 'valid until', suspendedUntil: 'suspended until', kind: 'kind',
      feesRequested: 'Fees requested', feesPaid: 'Fees paid'
    }
  }
};
