/**
 * Passwords of ten characters and more that lists of stolen passwords are full of, in lower case; shorter ones are refused
 * by their length. Example: `5201314520`, which sounds like "I love you for ever". Kept small on purpose: the lock-out
 * leaves an attacker five guesses a minute at first, so the first hundred matter and the first million do not.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  0123456789 01234567890 1234567890 12345678900 12345678901 12345678910 1234567891 123456789a 123456789q 1234567890a
  1234567890q 123456789abc 123456789123 123123123123 1231231231 1233211234567 123321123321 1234512345 12345123456
  1234554321 123456123456 1234561234 12345678987654321 1234567812345678 9876543210 0987654321 1122334455
  112233445566 1111122222 1010101010 1212121212 1314520520 13145201314 5201314520 5201314521 5201314123 520520520520
  7758521521 7758258520 1472583690 1472583691 7894561230 a123456789 a1234567890 a12345678910 aa123456789 aa12345678
  abc123456789 abc1234567 abcd123456 abcd1234567 abcdefghij abcdefghijk asdf123456 asdfasdfasdf asdfghjkl1
  asdfghjkl; asdfghjkl123 asd123456789 q123456789 qq123456789 qq1234567890 qaz123456789 qazwsxedcr qazwsxedc1
  qazwsx123456 qwe123456789 qweqweqwe123 qwer123456 qwer12345678 qwerasdfzxcv qwert12345 qwerty1234 qwerty12345
  qwerty123456 qwertyqwerty qwertyuiop qwertyuiop1 qwertyuiop123 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc
  q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3 zxcvbnm123 zxcvbnm1234 zxcvbnm123456 zxc123456789 woaini1314 woaini1314520
  woaini123456 woaini520520 woaini5201314 iloveyou12 iloveyou123 iloveyou1314 iloveyou520 wang123456 zhang123456
  li123456789 liu123456789 chen123456 dearbook123 nihao123456 password01 password11 password12 password123
  password1234 password12345 password123456 passwordpassword passw0rd123 p@ssw0rd123 p@ssword123 pa55word123
  adminadmin admin12345 admin123456 admin1234567 admin123456789 admin@123456 admin@12345 adminadmin1 administrator
  administrator1 changeme123 changeme1234 default123 default1234 letmein123 letmein1234 welcome123 welcome1234
  welcome12345 welcome2024 welcome2025 welcome2026 test123456 test1234567 testtest123 test12345678 root123456
  root123456789 user123456 guest12345 manager123 master1234 monkey12345 dragon12345 football123 baseball123
  princess123 sunshine123 superman123 michael123 charlie123 computer123 internet123 whatever123 starwars123
  trustno1trustno1 siyu123456 siyu12345678 siyu123456789 siyuadmin123
  `
    .trim()
    .split(/\s+/),
);
