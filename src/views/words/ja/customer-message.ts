// The message to a customer, in Japanese.
import type { CustomerMessage } from '../en/customer-message.js';
import { icu } from './icu.js';

/** Who asks for what, for how long, by when, how to end it, and how to check that the message is genuine. */
export const customerMessage: CustomerMessage = {
  languageName: '日本語',
  greeting: 'ご担当者様',
  introduction: ({ sender, partner }) =>
    `いつもお世話になっております。貴社の Microsoft パートナーである ${partner} の ${sender} と申します。`,
  introductionUnnamed: ({ sender }) =>
    `いつもお世話になっております。貴社の Microsoft サービスの管理を担当している会社に所属しております ${sender} と申します。`,
  request: ({ tenant }) =>
    `${tenant} 様の Microsoft 365 テナントを管理させていただくにあたり、次の管理者ロールの承認をお願いいたします。`,
  role: ({ role, duty }) => `・${role}：${duty}`,
  roleAlone: ({ role }) => `・${role}`,
  moreRoles: icu('・ほか {count} 件のロール（承認ページに記載されています）'),
  approve: ({ deadline }) =>
    `お手数ですが、${deadline}までに次のリンクを開き、記載されているロールをご確認のうえ、ご承認くださいますようお願いいたします（同日に依頼の有効期限が切れます）。`,
  approver:
    '承認できる方：貴社テナントのグローバル管理者、または「Customer Delegated Admin Relationship Administrator」ロールをお持ちの方です。該当されない場合は、お手数ですが、該当される方へこのメッセージをご転送ください。',
  lasts: icu('有効期間：アクセスは {days} 日間有効で、その後は自動的に終了します。'),
  renews: icu('有効期間：アクセスは {days} 日間有効で、その後は貴社または弊社が終了するまで自動的に更新されます。'),
  end: 'アクセスは、弊社へご連絡いただかなくても、Microsoft 365 管理センターの［設定］＞［パートナー関係］からいつでも終了していただけます。',
  genuine: ({ host }) =>
    `このメッセージが本物であることの確認方法：リンク先は Microsoft 公式の管理センター（${host}）で、そこに表示される依頼に弊社名が記載されています。弊社がパスワードをお尋ねすることはありません。ご不審な点がございましたら、すでにご存じの弊社の電話番号までご連絡ください。`,
  rehearsal: ({ host }) =>
    `このメッセージは練習用です。リンク先（${host}）は Microsoft の管理センターを模した Gatehouse のサンドボックスです。実際の運用では、この段落にメッセージが本物であることの確認方法が記載されます。`,
  regards: '何卒よろしくお願い申し上げます。',
  // A Japanese letter names the company before the person.
  signature: ({ sender, partner }) => `${partner}\n${sender}`,
  duration: icu('{days} 日間'),
  roleDuties: {
    'Application Administrator': 'アプリケーションとそのサインインの設定',
    'Authentication Administrator': 'ユーザーのサインイン方法のリセット',
    'Billing Administrator': '購入内容の閲覧、サブスクリプションと課金の管理',
    'Cloud Application Administrator': 'クラウド アプリケーションとそのサインインの設定',
    'Cloud Device Administrator': 'デバイスの有効化、無効化、削除',
    'Compliance Administrator': 'データの保護と保持に関するルールの管理',
    'Conditional Access Administrator': 'サインインのルールの管理',
    'Directory Readers': 'ユーザー、グループ、設定の閲覧',
    'Domain Name Administrator': 'ドメインの管理',
    'Exchange Administrator': 'メールボックスとメール フローの管理',
    'Global Administrator': 'テナント全体の管理',
    'Global Reader': 'すべての設定の閲覧（変更はできません）',
    'Groups Administrator': 'グループの管理',
    'Helpdesk Administrator': 'ユーザーのパスワードのリセット、サポート要求の管理',
    'Intune Administrator': 'コンピューターとモバイル デバイスの管理',
    'License Administrator': 'ユーザーへのライセンスの割り当て',
    'Message Center Reader': 'Microsoft からのお知らせの閲覧',
    'Office Apps Administrator': 'Office アプリの設定の管理',
    'Password Administrator': 'ユーザーのパスワードのリセット',
    'Power Platform Administrator': 'Power Apps、Power Automate、Power BI の管理',
    'Privileged Authentication Administrator': '管理者を含む全員のサインイン方法のリセット',
    'Privileged Role Administrator': '管理者ロールの割り当て',
    'Reports Reader': '利用状況レポートの閲覧',
    'Security Administrator': 'セキュリティの設定とアラートの管理',
    'Security Operator': 'セキュリティ アラートへの対応',
    'Security Reader': 'セキュリティの設定とアラートの閲覧',
    'Service Support Administrator': 'Microsoft へのサポート要求の作成、サービス正常性の確認',
    'SharePoint Administrator': 'SharePoint と OneDrive の管理',
    'Teams Administrator': 'Teams の管理',
    'User Administrator': 'ユーザーとグループの管理',
  },
};
