// What a customer is told beforehand, in Japanese.
import type { CustomerNoticeLetter } from '../en/customer-notice-letter.js';

/** What happens and when, what the customer's own alarms may report of it, and how to check it. */
export const customerNoticeLetter: CustomerNoticeLetter = {
  purpose: ({ tenant }) =>
    `${tenant} 様の Microsoft 365 テナントに対する弊社のアクセスについて、予定している変更をお知らせいたします。`,
  what: {
    extend: ({ relationship, date }) =>
      `実施内容：関係「${relationship}」の自動更新を有効にします。有効にしない場合、弊社のアクセスは ${date}に終了します。有効にすると、同日に 180 日間延長され、その後も同様に延長されます。弊社のロールが増えることはありません。`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `実施内容：関係「${relationship}」のグローバル管理者ロールを返上し、自動更新を有効にします。実施しない場合、弊社のアクセスは ${date}に終了します。実施すると、残りのロールのまま同日に 180 日間延長され、その後も同様に延長されます。`,
    request: ({ date }) =>
      `実施内容：弊社のアクセスは ${date}に終了します。それまでに、名前が「Gatehouse-」で始まる新しい関係の承認依頼をお送りします。貴社の管理者の方が承認されない限り、何も変わりません。リンクは別のメッセージでお送りします。`,
    offboarding:
      '実施内容：貴社テナントに対する弊社のアクセスを終了します。管理に使用している関係、弊社グループのロール、弊社アプリケーションへの同意を、存在する範囲で削除します。',
  },
  when: ({ date }) => `実施時期：${date}以降、通常は 1 日以内に行います。`,
  mayReport: {
    extend: ({ relationship, date }) =>
      `貴社側での表示：監査ログまたはセキュリティ アラートに、パートナー関係「${relationship}」が変更されたと表示されることがあります。同関係が ${date}に終了するという Microsoft からのメールは、同じ関係についてのものです。`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `貴社側での表示：監査ログまたはセキュリティ アラートに、パートナー関係「${relationship}」が変更され、グローバル管理者ロールがなくなったと表示されることがあります。同関係が ${date}に終了するという Microsoft からのメールは、同じ関係についてのものです。`,
    request: ({ date }) =>
      `貴社側での表示：監査ログまたはセキュリティ アラートに、新しいパートナー関係が表示されることがあります。弊社のアクセスが ${date}に終了するという Microsoft からのメールは、現在の関係についてのものです。`,
    offboarding:
      '貴社側での表示：監査ログまたはセキュリティ アラートに、パートナー関係の終了、ロールの割り当ての削除、エンタープライズ アプリケーションの削除が表示されることがあります。',
  },
  check:
    '確認方法：いつものように Microsoft 365 管理センターにサインインし、［設定］＞［パートナー関係］を開いてください。お手続きは必要ありません。',
  checkRequest:
    '確認方法：依頼は Microsoft 公式の管理センター（admin.microsoft.com）で開き、弊社名が記載されています。ほかの依頼は承認なさらないでください。',
  unexpected:
    'ほかの変更にお気づきの場合や、お心当たりがない場合は、すでにご存じの弊社の電話番号までご連絡ください。弊社がパスワードをお尋ねすることはありません。',
};
